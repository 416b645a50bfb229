import { useEffect, useState } from 'react';

/** Whole seconds until `endsAt` (epoch milliseconds); by the clock, so that a sleeping tab does not stretch the wait. */
export function useCountdown(endsAt: number) {
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((endsAt - now) / 1000));
  const isOver = left === 0;
  useEffect(() => {
    setNow(Date.now());
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isOver]);
  return left;
}
