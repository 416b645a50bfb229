/** A place where something is about to be. */
export function Bone({ className }: { className: string }) {
  return <div className={`animate-pulse-soft rounded-md bg-line ${className}`} />;
}

type PageSkeletonProps = { label: string; cards: readonly number[] };

/** A page in the shape of what comes: the numbers are the rows of each card. */
export function PageSkeleton({ label, cards }: PageSkeletonProps) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-6">
      <div className="flex flex-col gap-3 pt-1">
        <Bone className="h-7 w-44" />
        <Bone className="h-4 w-72 max-w-full" />
      </div>
      {cards.map((rows, index) => (
        <CardSkeleton key={index} rows={rows} />
      ))}
    </div>
  );
}

function CardSkeleton({ rows }: { rows: number }) {
  return (
    <div className="rounded-card border border-line bg-surface">
      <div className="px-4 pt-5 pb-3 sm:px-5">
        <Bone className="h-4 w-28" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className="flex min-h-15 items-center gap-6 border-line border-t px-4 first:border-t-0 sm:px-5"
        >
          <Bone className="h-3.5 w-24" />
          <Bone className="h-3.5 w-40 max-w-[40%]" />
          <Bone className="ms-auto h-8 w-14" />
        </div>
      ))}
    </div>
  );
}
