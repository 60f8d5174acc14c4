/** Version of the engine, named in links and results: the same seed gives the same numbers within one version. */
export const ENGINE_VERSION = '0.3.0';
