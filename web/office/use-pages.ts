import { useInfiniteQuery } from '@tanstack/react-query';
import { ask, type Search } from '../shared/client.ts';

type Page = { readonly next: string | null };

/** A list that the server answers page by page: `after` names the last row of the page before. */
export const usePages = <T extends Page>(path: string, search: Search, enabled = true) =>
  useInfiniteQuery({
    queryKey: [path, search, 'pages'],
    queryFn: ({ pageParam, signal }) => ask<T>(path, { ...search, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled,
  });
