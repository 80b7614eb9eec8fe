import { answerFaults } from "./answer-faults.ts";
import type { Faults } from "./fault.ts";
import { httpFaults } from "./http-faults.ts";
import { streamFaults } from "./stream-faults.ts";

/** Every fault that the double gives on demand, by name. `must` says what a client has to make of it. */
export const openRouterFaults: Faults = { ...httpFaults, ...answerFaults, ...streamFaults };
