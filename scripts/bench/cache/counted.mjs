/** The tools, and how often, for how long and for what they were really asked. */
export const counted = (tools) => {
  const sent = { calls: 0, ms: 0, asked: [] };
  return {
    sent,
    tools: tools.map((tool) => ({
      ...tool,
      invoke: async (args, options) => {
        const begin = performance.now();
        sent.calls += 1;
        sent.asked.push(`${tool.name} ${JSON.stringify(Object.entries(args).toSorted())}`);
        try {
          return await tool.invoke(args, options);
        } finally {
          sent.ms += performance.now() - begin;
        }
      },
    })),
  };
};

export const share = (part, whole) => (whole === 0 ? "" : `${((100 * part) / whole).toFixed(1)} %`);
