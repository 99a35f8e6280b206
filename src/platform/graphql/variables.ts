import {
  coerceInputValue,
  getVariableValues,
  isInputType,
  isNonNullType,
  typeFromAST,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import { badInput, CallerFault } from "../../kernel/fault.js";
import { text } from "../../kernel/text.js";
import { inputObjectComplaint } from "./complaints.js";
import { rootCause } from "./errors.js";

type Variables = Readonly<Record<string, unknown>>;

/**
 * Coerces variables as resolvers will see them. A wrong variable is refused by name and path; its value is not
 * repeated.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  inputs: Variables,
): Record<string, unknown> {
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, inputs, { maxErrors: 1 });
  if (coerced) return coerced;
  for (const definition of definitions) refuseWrong(schema, definition, inputs);
  throw badInput(text("变量的值无效", "A variable has an invalid value"));
}

// graphql-js gives the path only inside a message that contains the value; coercing again yields the path alone.
function refuseWrong(schema: GraphQLSchema, definition: VariableDefinitionNode, inputs: Variables): void {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return;
  const given = Object.hasOwn(inputs, name);
  if (!given && (definition.defaultValue || !isNonNullType(type))) return;
  if (!given) throw badInput(text(`缺少变量 $${name}`, `Variable $${name} is missing`), [name]);
  coerceInputValue(inputs[name], type, (path, _value, error) => {
    throw invalid(schema, [name, ...path.map(String)], error);
  });
}

function invalid(schema: GraphQLSchema, path: readonly string[], error: GraphQLError): CallerFault {
  const cause = rootCause(error);
  const reason = cause instanceof CallerFault ? cause.text : inputObjectComplaint(error.message, schema);
  const where = `$${path.join(".")}`;
  return badInput(
    text(
      reason ? `变量 ${where}：${reason.zh}` : `变量 ${where} 的值无效`,
      reason ? `Variable ${where}: ${reason.en}` : `Variable ${where} has an invalid value`,
    ),
    path,
  );
}
