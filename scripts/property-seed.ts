import fc from "fast-check";

/**
 * Property tests draw the same values for the same commit, so that a change is judged by what it changes. With
 * `PROPERTY_SEED=random` (`npm run test:random`) they draw new ones, to find what nobody has thought of yet.
 */
if (process.env.PROPERTY_SEED !== "random") fc.configureGlobal({ seed: 20_260_101 });
