// What every contender is given: three tasks, of which each sees what came before, for agents with one tool.
export const texts = [
  { name: "research", description: "Find out what matters about tea.", expected: "Three facts." },
  { name: "check", description: "Check these facts.", expected: "What is right and what is not." },
  { name: "report", description: "Write a report about tea.", expected: "A paragraph with a title." },
];
export const person = { role: "Researcher of tea", goal: "find and tell what matters about tea" };
export const look = { name: "look_up", description: "Looks something up", find: ({ number }) => `entry ${number}` };
export const answer = "Tea is a drink made of leaves. It is old. It is hot.";

/** What the model asks for after so many results of tools: another call, until there were enough. */
export const nextCall = (results, calls) => (results < calls ? { number: results } : undefined);
