/** The agent's version; `0.0.0-source` where the sources run unbundled. */
export const agentVersion = typeof AGENT_VERSION === 'string' ? AGENT_VERSION : '0.0.0-source';
