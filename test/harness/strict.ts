import { startServer } from '@dirsync/server';
import type { Config, RunningServer, ServerSeams } from '@dirsync/server';
import { createContract, readContract } from './contract.ts';
import type { Contract } from './contract.ts';

/** Starts a server that answers 500, and says why, instead of giving an answer that its contract does not allow. */
export async function startStrictServer(
  config: Config,
  seams: Omit<ServerSeams, 'checkAnswer'> = {},
  toContract: typeof createContract = createContract,
): Promise<RunningServer> {
  let contract: Contract | undefined;
  const server = await startServer(config, {
    ...seams,
    checkAnswer: (exchange) => contract?.check(exchange),
  });
  contract = toContract(await readContract(server.url));
  return server;
}
