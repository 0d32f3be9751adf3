import {
  keepPreviousData,
  type QueryClient,
  type UseMutationOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { ask, type Search } from '../shared/client.ts';

type Options<T> = {
  readonly enabled?: boolean;
  /** Milliseconds between readings, for what moves by itself. */
  readonly every?: number | false | ((answer: T | undefined) => number | false);
  /** Show the last answer while the next one is on its way: filters and pages. */
  readonly keep?: boolean;
};

/** Reads an address of the server and keeps the answer fresh. */
export function useAsk<T>(path: string, search: Search = {}, { enabled = true, every = false, keep = false }: Options<T> = {}) {
  return useQuery<T>({
    queryKey: [path, search],
    queryFn: ({ signal }) => ask<T>(path, search, signal),
    enabled,
    refetchInterval: typeof every === 'function' ? ({ state }) => every(state.data) : every,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The same address asked for several things at once; what has not come yet, or failed, is undefined. */
export const useAskAll = <T>(path: string, searches: readonly Search[], every: number): readonly (T | undefined)[] =>
  useQueries({
    queries: searches.map((search) => ({
      queryKey: [path, search],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<T>(path, search, signal),
      refetchInterval: every,
    })),
  }).map(({ data }) => data);

/** Makes everything below these addresses be read anew. */
export const forget = (queries: QueryClient, ...paths: readonly string[]) =>
  Promise.all(
    paths.map((path) => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path) })),
  );

/** A change, after which everything below `forgets` is read anew. Without network it fails at once and says so; it never goes later by itself. */
export function useChange<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  forgets: readonly string[] = [],
  options: Omit<UseMutationOptions<Answer, unknown, Input>, 'mutationFn'> = {},
) {
  const queries = useQueryClient();
  return useMutation<Answer, unknown, Input>({
    networkMode: 'always',
    ...options,
    mutationFn: run,
    onSuccess: async (...given) => {
      await forget(queries, ...forgets);
      await options.onSuccess?.(...given);
    },
  });
}
