import 'server-only';
import { PROBLEMS, type ProblemCode } from '@/lib/eni/problem';
import { isLocale, LOCALE_COOKIE, preferredLocale } from '@/lib/i18n/locale';
import { cookiesIn } from '../auth/cookies';
import { REQUEST_ID_HEADER } from '../http/request-id';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `:root{color-scheme:light dark}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
body{margin:0;background:light-dark(#fff,#131718);color:light-dark(#141918,#e8ecec);font:13px/20px -apple-system,'Segoe UI',Inter,'Noto Sans','PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif}
header{height:48px;display:flex;align-items:center;padding:0 16px;font-size:14px;font-weight:600}
main{box-sizing:border-box;max-width:412px;margin:0 auto;padding:13vh 16px 40px}
h1{margin:0;font-size:22px;line-height:28px;letter-spacing:-.01em}
p{margin:6px 0 20px;color:light-dark(#414b49,#b0b9b9);text-wrap:pretty}
a{display:flex;box-sizing:border-box;height:40px;align-items:center;justify-content:center;border-radius:4px;background:light-dark(#0b7263,#4cc9b1);color:light-dark(#fff,#06231e);font-size:14px;font-weight:500;text-decoration:none}
a:hover{background:light-dark(#085a4e,#74dcc8)}a:focus-visible{outline:2px solid light-dark(#0b7263,#4cc9b1);outline-offset:1px}
small{display:block;margin-top:14px;font-size:12px;line-height:18px;color:light-dark(#606b69,#8b9697);overflow-wrap:anywhere}code{font:12px ui-monospace,'SF Mono',Menlo,Consolas,monospace}`;

/**
 * A step of signing in that failed, as a page with one way on. It works by itself, without a script: a step has to
 * answer with its own status, which a page of Next cannot do.
 */
export async function answerPage(request: Request, code: ProblemCode): Promise<Response> {
  const cookies = new Map(cookiesIn(request.headers.get('cookie') ?? ''));
  const chosen = cookies.get(LOCALE_COOKIE);
  const locale = isLocale(chosen) ? chosen : preferredLocale(request.headers.get('accept-language'));
  const { default: words } = await import(`@/lib/i18n/${locale}.json`);
  const { title, next } = words.problem[code];
  const theme = cookies.get('eni_atlas_theme') === 'dark' ? 'dark' : 'light';
  const isChosen = /^(light|dark)$/.test(cookies.get('eni_atlas_theme') ?? '');
  const nonce = /'nonce-([^']+)'/.exec(request.headers.get('content-security-policy') ?? '')?.[1] ?? '';
  const requestId = request.headers.get(REQUEST_ID_HEADER) ?? '';
  const status = PROBLEMS[code];
  const body = `<!doctype html>
<html lang="${locale}"${isChosen ? ` data-theme="${theme}"` : ''}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escaped(title)} · ENI Atlas</title><style nonce="${escaped(nonce)}">${STYLE}</style></head>
<body><header>ENI Atlas</header><main><h1>${escaped(title)}</h1><p>${escaped(next)}</p>
<a href="/auth/login">${escaped(words.signIn.startAgain)}</a>
<small><code>${status} ${code}</code> · ${escaped(words.signIn.request)} <code>${escaped(requestId)}</code></small></main></body></html>`;
  return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
