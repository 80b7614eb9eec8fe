import type { Rules } from "./context.ts";
import { type Complaint, googleRefusal, refusal } from "./rejection.ts";
import { isObject, isString, type JsonObject, objectsOf, parseJson } from "./types.ts";

const afterUser =
  "Please ensure that function call turn comes immediately after a user turn or after a function response turn.";

/** Order and content of the messages. Google's rules; pairing of calls and results holds for every vendor. */
export const messageRules: Rules = ({ request, model }) => {
  const { messages, toolNames } = request;
  const turns = messages.filter((message) => !isSystem(message));
  const pairing = pairingComplaints(turns);
  const ids = turns.flatMap(callsOf).map((call) => String(call.id));
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  const unique = repeated === undefined ? [] : [refusal("msg.unique_ids", 400, `Duplicate tool_call id ${repeated}`)];
  const notes = noteworthy(messages, toolNames);
  if (model.family === "openai") return [...pairing, ...unique, ...notes];
  return [
    ...(turns.length === 0
      ? [googleRefusal("msg.system_only", "* GenerateContentRequest.contents: contents is not specified\n")]
      : []),
    ...pairing,
    ...(turns[0] !== undefined && turns[0].role !== "user" ? [googleRefusal("msg.first_turn", afterUser)] : []),
    ...turns.flatMap(turnComplaints),
    ...unique,
    ...(turns.at(-1)?.role === "assistant" && model.refusesAssistantLast
      ? [googleRefusal("msg.trailing_assistant", "Requests ending with a model turn are not supported.")]
      : []),
    ...notes,
  ];
};

/** After an assistant message with n calls come n results, one for each id, and nothing between. */
function pairingComplaints(turns: readonly JsonObject[]): Complaint[] {
  const complaints: Complaint[] = [];
  let open = new Set<string>();
  for (const turn of turns) {
    if (turn.role === "tool") {
      if (!open.delete(String(turn.tool_call_id)))
        complaints.push(
          googleRefusal(
            "msg.orphan_tool",
            "Please ensure that function response turn comes immediately after a function call turn.",
          ),
        );
      continue;
    }
    if (open.size > 0) complaints.push(unanswered);
    open = new Set(callsOf(turn).map((call) => String(call.id)));
  }
  if (open.size > 0) complaints.push(unanswered);
  return complaints;
}

const unanswered = googleRefusal(
  "msg.tool_after_call",
  "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.",
);

function turnComplaints(turn: JsonObject, index: number, turns: readonly JsonObject[]): Complaint[] {
  const complaints: Complaint[] = [];
  const calls = callsOf(turn);
  if (isEmpty(turn) && turn.role !== "tool" && calls.length === 0)
    complaints.push(
      googleRefusal(
        "msg.empty_content",
        `* GenerateContentRequest.contents[${index}].parts: contents.parts must not be empty.\n`,
      ),
    );
  if (calls.length > 0 && turns[index - 1]?.role === "assistant")
    complaints.push(googleRefusal("msg.call_after_turn", afterUser));
  for (const call of calls) {
    const args = isObject(call.function) ? call.function.arguments : undefined;
    if (!isObject(parseJson(String(args))))
      complaints.push(
        googleRefusal(
          "msg.args_json",
          `Invalid value at 'contents[${index}].parts[0].function_call.args' (type.googleapis.com/google.protobuf.Struct)`,
        ),
      );
  }
  if (turn.role === "tool" && textsOf(turn.content).some((text) => hasReference(parseJson(text))))
    complaints.push(
      googleRefusal("msg.tool_ref", "Invalid value: function_response.response contains the reserved key $ref"),
    );
  return complaints;
}

/** Never refused, but each has a price: a lost cache, an agent's name in the prompt, a call of a tool that is gone. */
function noteworthy(messages: readonly JsonObject[], toolNames: readonly string[]): Complaint[] {
  const firstTurn = messages.findIndex((message) => !isSystem(message));
  return messages.flatMap((message, index): Complaint[] => [
    ...(isSystem(message) && firstTurn >= 0 && index > firstTurn
      ? [{ rule: "msg.system_position", note: `message ${index}` }]
      : []),
    ...(message.role === "user" && message.name !== undefined
      ? [{ rule: "msg.name_field", note: String(message.name) }]
      : []),
    ...callsOf(message)
      .map((call) => (isObject(call.function) ? String(call.function.name) : ""))
      .filter((name) => !toolNames.includes(name))
      .map((name) => ({ rule: "msg.known_tool", note: name })),
  ]);
}

function isEmpty(turn: JsonObject): boolean {
  const { content } = turn;
  if (!Array.isArray(content)) return !isString(content) || content.trim() === "";
  return (
    content.length === 0 || objectsOf(content).some((part) => part.type === "text" && String(part.text).trim() === "")
  );
}

/** The text of a content; in parts, that of each and of all together. */
function textsOf(content: unknown): readonly string[] {
  if (isString(content)) return [content];
  const parts = objectsOf(content).map(({ text }) => (isString(text) ? text : ""));
  return [...parts, parts.join("")];
}

function hasReference(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasReference);
  return isObject(value) && Object.entries(value).some(([key, held]) => key === "$ref" || hasReference(held));
}

function isSystem(message: JsonObject): boolean {
  return message.role === "system" || message.role === "developer";
}

function callsOf(message: JsonObject): readonly JsonObject[] {
  return message.role === "assistant" ? objectsOf(message.tool_calls) : [];
}
