import type { ActivityKind } from '@account/procedures/schemas';
import { useEffect } from 'react';
import { withoutEchoes } from '../../lib/echoes.ts';
import { trpc } from '../../lib/trpc.ts';

/** So many pages in a row without an item are read unasked; then the person decides. */
const patience = 5;

/** The feed, page by page. */
export function useActivity(kind: ActivityKind) {
  const [{ pages }, query] = trpc.activity.list.useSuspenseInfiniteQuery(
    { kind },
    // What was done a moment ago on another page has to be in it.
    { getNextPageParam: ({ nextCursor }) => nextCursor, refetchOnMount: 'always' },
  );
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const lastWithItems = pages.findLastIndex(({ items }) => items.length > 0);
  const empty = pages.length - 1 - lastWithItems;
  const goesOn = hasNextPage && empty > 0 && empty < patience;
  useEffect(() => {
    if (goesOn && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [goesOn, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return {
    items: withoutEchoes(pages.flatMap(({ items }) => items)),
    hasMore: hasNextPage,
    isLoading: isFetchingNextPage || (goesOn && !isFetchNextPageError),
    error: isFetchNextPageError ? query.error : null,
    loadMore: () => void fetchNextPage(),
  };
}
