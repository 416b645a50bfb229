import { invalidBody } from './errors.ts';
import type { Page, PageRequest } from './types.ts';

type Answered<T> = Promise<{ data?: T; response: Response }>;

/** The data of a call that must have some. The transport has already thrown for everything but 2xx. */
export const data = async <T>(answered: Answered<T>): Promise<T> => {
  const { data, response } = await answered;
  if (data === undefined) throw invalidBody('Logto', response);
  return data;
};

/** One page with the totals that Logto puts into headers. */
export const page = async <T>(answered: Answered<T[]>): Promise<Page<T>> => {
  const { data: items, response } = await answered;
  if (items === undefined) throw invalidBody('Logto', response);
  return {
    items,
    totalCount: Number(response.headers.get('total-number') ?? items.length),
    totalCountIsCapped: response.headers.get('total-number-is-capped') === 'true',
  };
};

/** Logto's names for {@link PageRequest}. */
export const pageQuery = ({ page, pageSize }: PageRequest) => ({
  ...(page !== undefined && { page }),
  ...(pageSize !== undefined && { page_size: pageSize }),
});
