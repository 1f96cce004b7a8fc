/** A cookie as a browser keeps it. */
export interface Cookie {
  name: string;
  value: string;
  path: string;
  /** Its attributes as they were sent, in small letters. */
  attributes: readonly string[];
}

/** What a page answered. */
export interface Page {
  status: number;
  url: URL;
  headers: Headers;
  text: string;
}

/** How a page is asked for. */
export interface Asking {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | URLSearchParams;
}

const REDIRECTS_AT_MOST = 10;

/** As much of a browser as signing in needs: cookies by host and path, redirects, forms. */
export class Browser {
  /** By host, and there by name and path: one name may stand for several. */
  private readonly jars = new Map<string, Map<string, Cookie>>();

  /** Asks once, and does not follow a redirect. */
  async ask(url: URL | string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Page> {
    const target = new URL(url);
    const cookie = this.headerFor(target);
    const answer = await fetch(target, {
      method,
      redirect: 'manual',
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of answer.headers.getSetCookie()) this.keep(target, line);
    return { status: answer.status, url: target, headers: answer.headers, text: await answer.text() };
  }

  /** Asks and follows redirects, for as long as `goOn` says so; answers the last page, or the redirect not followed. */
  async visit(url: URL | string, asking: Asking = {}, goOn: (next: URL) => boolean = () => true): Promise<Page> {
    let page = await this.ask(url, asking);
    for (let count = 0; count < REDIRECTS_AT_MOST; count += 1) {
      const next = nextOf(page);
      if (!next || !goOn(next)) return page;
      page = await this.ask(next);
    }
    throw new Error(`more than ${REDIRECTS_AT_MOST} redirects, the last to ${page.url.href}`);
  }

  /** The cookies of a host. */
  cookiesOf(url: string): ReadonlyMap<string, Cookie> {
    return new Map([...this.jarOf(new URL(url)).values()].map((cookie) => [cookie.name, cookie]));
  }

  /** Puts a cookie there, as an attacker would. */
  plant(url: string, name: string, value: string): void {
    this.jarOf(new URL(url)).set(`${name} /`, { name, value, path: '/', attributes: [] });
  }

  private headerFor(url: URL): string {
    return [...this.jarOf(url).values()]
      .filter(({ path }) => url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  private keep(url: URL, line: string): void {
    const [pair = '', ...rest] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const attributes = rest.map((attribute) => attribute.toLowerCase());
    if (name.startsWith('__Host-') && !isHostCookie(attributes)) throw new Error(`a browser refuses ${line}`);
    const path = /;\s*path=([^;]*)/i.exec(line)?.[1] ?? '/';
    const expires = attributes.find((one) => one.startsWith('expires='))?.slice(8);
    const gone = value === '' || (expires !== undefined && new Date(expires).getTime() < Date.now());
    if (gone) this.jarOf(url).delete(`${name} ${path}`);
    else this.jarOf(url).set(`${name} ${path}`, { name, value, path, attributes });
  }

  /** Cookies know hosts and no ports. */
  private jarOf({ hostname }: URL): Map<string, Cookie> {
    const jar = this.jars.get(hostname) ?? new Map<string, Cookie>();
    this.jars.set(hostname, jar);
    return jar;
  }
}

/** Where a redirect leads; null for any other page. */
export function nextOf({ status, url, headers }: Page): URL | null {
  const location = headers.get('location');
  return status >= 300 && status < 400 && location !== null ? new URL(location, url) : null;
}

function isHostCookie(attributes: readonly string[]): boolean {
  const domain = attributes.some((one) => one.startsWith('domain'));
  return attributes.includes('secure') && attributes.includes('path=/') && !domain;
}
