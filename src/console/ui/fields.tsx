import { useId } from "react";
import type { InputProblem } from "../api";
import { INPUTS } from "../generated/inputs";
import { LABELS } from "../generated/labels";
import { label, spoken, t } from "../texts";
import { Button } from "./parts";

/** A field of an input, as the schema describes it. */
export interface InputField {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly required: boolean;
  readonly initial?: unknown;
  readonly label: readonly [string, string];
  readonly help?: readonly [string, string];
}

/** What is typed: text by field, lists and nested inputs by theirs. */
export interface InputValue {
  readonly [name: string]: Typed;
}
type Typed = string | boolean | readonly string[] | readonly InputValue[] | InputValue;

/** By field: what can be chosen, each with its name. */
export type Choices = Readonly<Record<string, readonly (readonly [value: string, name: string])[]>>;

export const inputOf = (type: string): readonly InputField[] =>
  (INPUTS as Readonly<Record<string, readonly InputField[]>>)[type] ?? [];

const isNested = ({ type }: InputField): boolean => type in INPUTS;
/** Yes, no, or not said: where a blank means a third thing, a box that is empty would say no. */
const isThreeWay = ({ type, required, initial }: InputField): boolean =>
  type === "Boolean" && !required && initial === undefined;
const isEnum = ({ type }: InputField): boolean => type in LABELS;
const namesOf = ({ type }: InputField): Choices[string] =>
  Object.keys(LABELS[type as keyof typeof LABELS]).map((value) => [
    value,
    label(type as keyof typeof LABELS, value),
  ]);

export const emptyValue = (fields: readonly InputField[]): InputValue =>
  Object.fromEntries(fields.map((field) => [field.name, emptyOf(field)]));

function emptyOf(field: InputField): Typed {
  const { type, list, initial } = field;
  if (list) return isNested(field) && field.required ? [emptyValue(inputOf(type))] : [];
  if (isNested(field)) return emptyValue(inputOf(type));
  if (type === "Boolean" && !isThreeWay(field)) return initial === true;
  return typeof initial === "string" || typeof initial === "number" ? String(initial) : "";
}

/** The input that is sent: blanks are left out, numbers are numbers. */
export const sendable = (fields: readonly InputField[], value: InputValue): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .map((field) => [field.name, sentOf(field, value[field.name] ?? "")] as const)
      .filter(([, sent]) => sent !== undefined),
  );

function sentOf(field: InputField, typed: Typed): unknown {
  const { type, list, required } = field;
  if (list) {
    const items = typed as readonly (string | InputValue)[];
    const sent = items
      .map((item) => sentOf({ ...field, list: false }, item))
      .filter((item) => item !== undefined);
    return sent.length > 0 || required ? sent : undefined;
  }
  if (isNested(field)) {
    const inner = sendable(inputOf(type), typed as InputValue);
    return Object.keys(inner).length > 0 || required ? inner : undefined;
  }
  if (typeof typed === "boolean") return typed;
  const text = (typed as string).trim();
  if (text === "") return undefined;
  if (type === "Boolean") return text === "true";
  if (type === "JSON") return read(text);
  return (type === "Int" || type === "Float") && /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The other way round: what would have to be typed for this to be sent. */
export const typedFrom = (
  fields: readonly InputField[],
  sent: Readonly<Record<string, unknown>>,
): InputValue => Object.fromEntries(fields.map((field) => [field.name, typedOf(field, sent[field.name])]));

function typedOf(field: InputField, sent: unknown): Typed {
  if (sent === undefined || sent === null) return emptyOf(field);
  if (Array.isArray(sent))
    return sent.map((item) => typedOf({ ...field, list: false }, item)) as readonly InputValue[];
  if (isNested(field)) return typedFrom(inputOf(field.type), sent as Readonly<Record<string, unknown>>);
  if (typeof sent === "boolean" && !isThreeWay(field)) return sent;
  return typeof sent === "string" ? sent : JSON.stringify(sent);
}

/** What must be given and is blank, each with its place; the server would refuse the whole without saying so as well. */
export const missingIn = (
  fields: readonly InputField[],
  value: InputValue,
  path: readonly string[] = [],
): InputProblem[] =>
  fields.flatMap((field) => {
    const here = [...path, field.name];
    const typed = value[field.name] ?? "";
    if (isNested(field) && !field.list)
      return field.required ? missingIn(inputOf(field.type), typed as InputValue, here) : [];
    const blank = field.list ? (typed as readonly unknown[]).length === 0 : typed === "";
    return field.required && blank
      ? [{ code: "MISSING", message: t.common.missing(spoken(field.label)), path: here }]
      : [];
  });

/** Numbers, lists and the like as JSON; anything else is a word. */
function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export function Fields({
  fields,
  value,
  problems,
  choices = {},
  path = [],
  onChange,
}: {
  readonly fields: readonly InputField[];
  readonly value: InputValue;
  readonly problems: readonly InputProblem[];
  readonly choices?: Choices;
  readonly path?: readonly string[];
  readonly onChange: (value: InputValue) => void;
}) {
  return fields.map((field) => (
    <Field
      key={field.name}
      field={field}
      typed={value[field.name] ?? ""}
      problems={problems}
      options={choices[field.name]}
      path={[...path, field.name]}
      onChange={(typed) => onChange({ ...value, [field.name]: typed })}
    />
  ));
}

interface FieldProps {
  readonly field: InputField;
  readonly typed: Typed;
  readonly options?: Choices[string] | undefined;
  readonly problems: readonly InputProblem[];
  readonly path: readonly string[];
  readonly onChange: (typed: Typed) => void;
}

function Field(props: FieldProps) {
  const { field, typed, options, problems, path, onChange } = props;
  const id = useId();
  if (field.list && isEnum(field)) return <Choices {...props} />;
  if (field.list) return <Items {...props} />;
  if (isNested(field))
    return (
      <fieldset>
        <legend>{spoken(field.label)}</legend>
        <Fields
          fields={inputOf(field.type)}
          value={typed as InputValue}
          problems={problems}
          path={path}
          onChange={onChange}
        />
      </fieldset>
    );
  const faults = problems.filter((problem) => problem.path.slice(-path.length).join() === path.join());
  return (
    <div className="field">
      <label htmlFor={id}>
        {spoken(field.label)}
        {field.required && <em>{t.common.required}</em>}
      </label>
      <Control
        id={id}
        field={field}
        typed={typed}
        options={options}
        faulty={faults.length > 0}
        onChange={onChange}
      />
      {field.help && <small id={`${id}-help`}>{spoken(field.help)}</small>}
      {faults.map(({ message }) => (
        <strong key={message} id={`${id}-fault`} className="fault" role="alert">
          {message}
        </strong>
      ))}
    </div>
  );
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  Date: "date",
  Int: "number",
  DateTime: "datetime-local",
};
/** Fields of running text. */
const LONG = /^(?:note|reason|body|text|comment|explanation|judgement|subject|query)$/;

const optionsOf = (field: InputField): Choices[string] | undefined => {
  if (isEnum(field)) return namesOf(field);
  return isThreeWay(field)
    ? [
        ["true", t.common.yes],
        ["false", t.common.no],
      ]
    : undefined;
};

function Control({
  id,
  field,
  typed,
  options = optionsOf(field),
  faulty,
  onChange,
}: {
  readonly id: string;
  readonly field: InputField;
  readonly typed: Typed;
  readonly options?: Choices[string] | undefined;
  readonly faulty: boolean;
  readonly onChange: (typed: Typed) => void;
}) {
  const about = {
    id,
    "aria-required": field.required || undefined,
    "aria-invalid": faulty || undefined,
    "aria-describedby":
      [field.help && `${id}-help`, faulty && `${id}-fault`].filter(Boolean).join(" ") || undefined,
  };
  if (field.type === "Boolean" && !isThreeWay(field))
    return (
      <input
        {...about}
        type="checkbox"
        checked={typed === true}
        onChange={(e) => onChange(e.target.checked)}
      />
    );
  const text = { ...about, value: typeof typed === "boolean" ? String(typed) : (typed as string) };
  if (options)
    return (
      <select {...text} onChange={(e) => onChange(e.target.value)}>
        <option value="">{t.common.choose}</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    );
  if (LONG.test(field.name))
    return <textarea {...text} rows={3} onChange={(e) => onChange(e.target.value)} />;
  const type = /password/i.test(field.name) ? "password" : (INPUT_TYPES[field.type] ?? "text");
  return <input {...text} type={type} onChange={(e) => onChange(e.target.value)} />;
}

/** A list of enum values: one box each. */
function Choices({ field, typed, onChange }: FieldProps) {
  const chosen = typed as readonly string[];
  return (
    <fieldset className="choices">
      <legend>
        {spoken(field.label)}
        {field.required && <em>{t.common.required}</em>}
      </legend>
      {namesOf(field).map(([value, name]) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(e) =>
              onChange(e.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

/** A list of anything else: rows that can be added and taken away. */
function Items({ field, typed, problems, path, onChange }: FieldProps) {
  const items = typed as readonly (string | InputValue)[];
  const single = { ...field, list: false };
  const blank = emptyOf(single) as string | InputValue;
  const set = (next: readonly (string | InputValue)[]) => onChange(next as readonly InputValue[]);
  return (
    <fieldset>
      <legend>{spoken(field.label)}</legend>
      {items.map((item, i) => (
        <div className="item" key={i}>
          <Field
            field={single}
            typed={item}
            problems={problems}
            path={[...path, String(i)]}
            onChange={(changed) => set(items.map((other, j) => (j === i ? (changed as InputValue) : other)))}
          />
          <Button onClick={() => set(items.filter((_, j) => j !== i))}>{t.common.remove}</Button>
        </div>
      ))}
      <Button onClick={() => set([...items, blank])}>{t.common.add}</Button>
    </fieldset>
  );
}
