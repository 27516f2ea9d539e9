// Preloaded into the processes that tests start: they end with the one that started them, even if that was killed.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// A process that has nothing more to do ends by itself.
process.channel?.unref();
