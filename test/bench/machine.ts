import { cpus, release, totalmem, type } from 'node:os';

/** Where the figures were taken, in words that name nobody's machine. */
export function describeMachine(postgresVersion: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `- ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${type()} ${release()}`,
    `- Node ${process.versions.node}, PostgreSQL ${postgresVersion} with \`fsync\` on`,
    `- ${new Date().toISOString().slice(0, 10)}`,
  ].join('\n');
}
