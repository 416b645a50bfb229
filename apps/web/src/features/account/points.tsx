/** What an action will do, point by point. */
export function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1.5 ps-5 marker:text-soft">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
