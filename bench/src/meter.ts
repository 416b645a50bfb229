/** Loaded before a server, so that the server need not know of it: says what its process has used, and ends with its parent. */
process.on('message', (wish) => {
  if (wish === 'collected') globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 });
});
process.on('disconnect', () => process.exit());
