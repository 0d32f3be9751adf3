import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useLanguage } from '../../shared/language.tsx';
import { useWords } from '../../shared/words/index.ts';

/** The other language, named in itself; the address keeps it, so that a link sent to somebody reads the same. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const { say } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="link-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        choose(other);
        void navigate({ to: '.', search: (search) => ({ ...search, lang: other }), replace: true });
        void queries.invalidateQueries();
      }}
    >
      {say('shell.other-language')}
    </button>
  );
}
