/** Values handed to any number of readers, each from when it began to read until it leaves or the stream closes. */
export type EventStream<Event> = {
  emit(event: Event): void;
  read(): AsyncIterableIterator<Event>;
  close(): void;
};

export const createEventStream = <Event>(): EventStream<Event> => {
  const readers = new Set<Reader<Event>>();
  return {
    emit: (event) => {
      for (const reader of readers) reader.push(event);
    },
    read: () => {
      const reader = createReader<Event>(() => readers.delete(reader));
      readers.add(reader);
      return reader.iterator;
    },
    close: () => {
      for (const reader of readers) reader.end();
      readers.clear();
    },
  };
};

type Reader<Event> = { push(event: Event): void; end(): void; readonly iterator: AsyncIterableIterator<Event> };

const createReader = <Event>(leave: () => void): Reader<Event> => {
  const waiting: Event[] = [];
  let ended = false;
  let wake: () => void = () => {};
  const end = () => {
    ended = true;
    wake();
  };
  const next = async (): Promise<IteratorResult<Event>> => {
    for (;;) {
      const event = waiting.shift();
      if (event !== undefined) return { done: false, value: event };
      if (ended) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const iterator: AsyncIterableIterator<Event> = {
    next,
    return: async () => {
      leave();
      end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return {
    push: (event) => {
      waiting.push(event);
      wake();
    },
    end,
    iterator,
  };
};
