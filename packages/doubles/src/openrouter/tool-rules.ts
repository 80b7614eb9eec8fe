import type { Rules } from "./context.ts";
import { type Complaint, googleRefusal, refusal } from "./rejection.ts";
import { checkToolSchema } from "./schema-rules.ts";
import { isObject, isString, type JsonObject, type Profile } from "./types.ts";

const mostFunctions = 512;
/** From there on a model chooses worse (OpenRouter's and others' measurements), and each request costs more. */
const mostToolsWell = 20;
/** With a forced call Google compiles all schemas into a grammar: 15 tools of 14.6 KB worked, 31 of 49 KB did not. */
const mostBytesWhenForced = 48_000;

/** OpenRouter checks the shape for every model; the rest is Google's. */
export const toolRules: Rules = ({ request, model, profile }) => {
  const { tools, body } = request;
  const shape = tools.findIndex((tool) => tool.type !== "function" || !isString(functionOf(tool).name));
  if (shape >= 0) return [refusal("tool.shape", 400, `Invalid input: tools.${shape}`)];
  const complaints = tools.flatMap((tool, index) => complaintsOf(functionOf(tool), index, profile));
  const isForced = body.tool_choice === "required" || isObject(body.tool_choice);
  if (isForced && JSON.stringify(tools).length > mostBytesWhenForced)
    complaints.push(
      googleRefusal("tool.states", "The specified schema produces a constraint that has too many states for serving."),
    );
  const all = [...countComplaints(tools), ...complaints, ...responseFormatComplaints(body)];
  return model.family === "openai" ? all.filter(({ rule }) => rule === "tool.name" || rule === "tool.duplicate") : all;
};

function complaintsOf(declared: JsonObject, index: number, profile: Profile): Complaint[] {
  const name = String(declared.name);
  const complaints: Complaint[] = [];
  const at = `GenerateContentRequest.tools[0].function_declarations[${index}]`;
  if (!/^[a-zA-Z_][a-zA-Z0-9_-]{0,63}$/.test(name))
    complaints.push(
      googleRefusal(
        "tool.name",
        `* ${at}.name: Invalid function name. Must start with a letter or an underscore. Must be alphanumeric (a-z, A-Z, 0-9), underscores (_), dots (.), colons (:), or dashes (-), with a maximum length of 64.`,
      ),
    );
  const description = isString(declared.description) ? declared.description : "";
  if (description.trim() === "" || description.length > 1024)
    complaints.push({ rule: "tool.description", note: `${name}: ${description.length} characters` });
  const complaint = checkToolSchema(declared.parameters, profile);
  if (complaint !== undefined) {
    const provider = complaint.message.startsWith("Unable to submit") ? "Google" : "Google AI Studio";
    const message = complaint.message.replace("{at}", `${at}.parameters${complaint.path}`);
    complaints.push(googleRefusal(complaint.rule, message, provider));
  }
  return complaints;
}

function countComplaints(tools: readonly JsonObject[]): Complaint[] {
  const names = tools.map((tool) => String(functionOf(tool).name));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return [
    ...(repeated === undefined
      ? []
      : [googleRefusal("tool.duplicate", `Duplicate function declaration found: ${repeated}`)]),
    ...(tools.length > mostFunctions
      ? [googleRefusal("tool.count", `The number of function declarations exceeds the maximum of ${mostFunctions}.`)]
      : []),
    ...(tools.length > mostToolsWell ? [{ rule: "tool.many", note: `${tools.length} tools` }] : []),
    ...(tools.length > 128 ? [{ rule: "tool.count", note: `${tools.length} tools, older limits are 128` }] : []),
  ];
}

function responseFormatComplaints(body: JsonObject): Complaint[] {
  const format = isObject(body.response_format) ? body.response_format : {};
  if (format.type !== "json_schema" || !isObject(format.json_schema)) return [];
  const complaint = checkToolSchema(format.json_schema.schema);
  if (complaint === undefined) return [];
  const at = `GenerateContentRequest.generation_config.response_schema${complaint.path}`;
  return [googleRefusal("rf.schema", complaint.message.replace("{at}", at))];
}

function functionOf(tool: JsonObject): JsonObject {
  return isObject(tool.function) ? tool.function : {};
}
