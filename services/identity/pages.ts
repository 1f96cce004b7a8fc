import type { DemoPerson, Group } from './people';

const CLEFT = /\s+/;
const HUES = 8;

/** The page on which one chooses who to be. `action` is where the choice goes. */
export function chooserPage(groups: readonly Group[], action: string): string {
  const sections = groups.map(
    ({ title, people }, index) => `<section aria-labelledby="group-${index}">
<h2 id="group-${index}">${escapeHtml(title)}</h2>
<ul>
${people.map(card).join('\n')}
</ul>
</section>`,
  );
  const nobody = '<p>The demo has no people yet. Reload this page in a moment.</p>';
  return document(
    'Who are you today?',
    `<header>
<p class="brand">Upstairs</p>
<h1>Who are you today?</h1>
<p>This is the demo’s own identity provider. Choose anybody: nobody needs a password here.</p>
</header>
<form method="post" action="${escapeHtml(action)}">
${sections.join('\n') || nobody}
<p class="aside"><button class="plain" name="cancel" value="yes">Go back without signing in</button></p>
</form>`,
  );
}

/** A page that says one thing and leads back to Upstairs. */
export function messagePage(title: string, text: string, home: string): string {
  return document(
    title,
    `<header>
<p class="brand">Upstairs</p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p><a href="${escapeHtml(home)}/auth/sign-in">Sign in again</a></p>
</header>`,
  );
}

function card({ id, name, title, roles }: DemoPerson): string {
  const chips = roles.map((role) => `<span class="role">${escapeHtml(role)}</span>`).join(' ');
  return `<li><button class="person" name="person" value="${escapeHtml(id)}">
<span class="face hue-${hueOf(id)}" aria-hidden="true">${escapeHtml(initialsOf(name))}</span>
<span class="words"><span class="unseen">Continue as </span><span class="name">${escapeHtml(name)}</span>
<span class="title">${escapeHtml(title)}</span>
<span class="roles">${chips}</span></span>
</button></li>`;
}

function document(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Upstairs</title>
<link rel="stylesheet" href="/identity.css">
<link rel="icon" href="data:,">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/** The first letters of the first and the last name. */
function initialsOf(name: string): string {
  const names = name.trim().split(CLEFT);
  const [first = '?'] = [...(names[0] ?? '')];
  const [last = ''] = names.length > 1 ? [...(names.at(-1) ?? '')] : [];
  return `${first}${last}`.toUpperCase();
}

/** The same colour for the same person, always. */
function hueOf(id: string): number {
  return [...id].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973, 7) % HUES;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
