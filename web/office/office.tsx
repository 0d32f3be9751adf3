import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo } from 'react';
import { isPassing } from '../shared/client.ts';
import { useLanguage } from '../shared/language.tsx';
import { isRefusal } from '../shared/refusal.ts';
import { router } from './router.tsx';
import { themeIn } from './theme.ts';

/** A reading refused because nobody is signed in any more makes the office ask who is here; the frame then says so. */
const askWhoIsHere = (error: unknown) => {
  if (isRefusal(error) && error.status === 401) void queries.invalidateQueries({ queryKey: ['/api/me'] });
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: askWhoIsHere }),
  mutationCache: new MutationCache({ onError: askWhoIsHere }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => times < 2 && isPassing(error),
      retryDelay: (times) => 500 * 2 ** times,
    },
  },
});

/** The office: one theme, one language at a time, one memory of what was read. */
export function Office() {
  const { language } = useLanguage();
  const theme = useMemo(() => themeIn(language), [language]);
  useEffect(() => void dayjs.locale(language === 'zh' ? 'zh-cn' : 'en'), [language]);
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zh : en} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
