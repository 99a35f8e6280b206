import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, payloadOf } from "../../platform/graphql/mutation.types.js";
import { DateScalar, DecimalScalar } from "../../platform/graphql/scalars.js";
import { nameSteps } from "../../platform/graphql/step.types.js";
import { FeeMethodEnum } from "./fee.types.js";
import { ApplicantInput } from "./request-input.types.js";
import {
  ApplicantKindEnum,
  ArrivedNoticeEnum,
  InformationRequestType,
  ReceiptChannelEnum,
  RequestOutcomeEnum,
  ServiceMethodEnum,
} from "./request.types.js";
import type { Field as InputField, Fields } from "./step-input.js";
import { STEPS, VERBS, type RequestVerb } from "./steps/index.js";

/** The GraphQL types that a step's table of fields names. */
const TYPES: Readonly<Record<string, object>> = {
  Boolean,
  Date: DateScalar,
  Decimal: DecimalScalar,
  ID,
  Int,
  String,
  ApplicantInput,
  ApplicantKind: ApplicantKindEnum,
  ArrivedNotice: ArrivedNoticeEnum,
  FeeMethod: FeeMethodEnum,
  ReceiptChannel: ReceiptChannelEnum,
  RequestOutcome: RequestOutcomeEnum,
  ServiceMethod: ServiceMethodEnum,
};

const capital = (verb: RequestVerb): Capitalize<RequestVerb> =>
  `${verb.charAt(0).toUpperCase()}${verb.slice(1)}` as Capitalize<RequestVerb>;

/** The input type of a mutation, made of its step's fields. */
function inputType(verb: RequestVerb): new () => ChangeInput {
  class Input extends ChangeInput {}
  const { name, fields } = STEPS[verb];
  for (const [field, { type, list, required, description }] of Object.entries<InputField>(fields as Fields)) {
    const named = TYPES[type];
    if (!named) throw new Error(`${verb}.${field}: no GraphQL type ${type}`);
    const told = (list ? [named] : named) as ObjectConstructor;
    Field(() => told, { nullable: !required, description })(Input.prototype, field);
  }
  InputType(`${capital(verb)}Input`, { description: `${name.zh} · Input of ${verb}` })(Input);
  return Input;
}

const PART =
  "分立出的各件；有问题而未办理时为空列表 · Requests that were split off; empty where problems are";

const payloadType = (verb: RequestVerb): new () => object =>
  payloadOf(capital(verb), {
    request: () => InformationRequestType,
    ...(verb === "splitRequest" && {
      parts: { type: () => [InformationRequestType] as const, description: PART, always: true },
    }),
  });

const INPUTS = new Map(VERBS.map((verb) => [verb, inputType(verb)]));
const PAYLOADS = new Map(VERBS.map((verb) => [verb, payloadType(verb)]));

const found = <T>(types: ReadonlyMap<RequestVerb, T>, verb: RequestVerb): T => {
  const type = types.get(verb);
  if (!type) throw new Error(`no types of ${verb}`);
  return type;
};
export const inputTypeOf = (verb: RequestVerb) => found(INPUTS, verb);
export const payloadTypeOf = (verb: RequestVerb) => found(PAYLOADS, verb);

export const ReceiveRequestPayload = payloadOf("ReceiveRequest", { request: () => InformationRequestType });

nameSteps(STEPS);
