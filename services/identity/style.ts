/** How the pages look; served as a file, since nothing may be styled inline. */
export const STYLE = `:root {
  color-scheme: light dark;
  --ground: #f6f6f4; --card: #ffffff; --line: #d9d9d3; --ink: #1c1d1f; --quiet: #55585e; --strong: #1f4fd1; --chip: #ececf6;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #131416; --card: #1d1f22; --line: #35383d; --ink: #f0f1f2; --quiet: #a8adb5; --strong: #9db8ff; --chip: #2b2f3d; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
header { max-width: 40rem; margin-bottom: 2rem; }
.brand { margin: 0 0 .75rem; font-size: .8125rem; font-weight: 650; letter-spacing: .09em; text-transform: uppercase; color: var(--strong); }
h1 { margin: 0 0 .5rem; font-size: 1.875rem; line-height: 1.2; letter-spacing: -.015em; }
header p { margin: .25rem 0; color: var(--quiet); }
h2 { margin: 1.75rem 0 .625rem; font-size: .875rem; font-weight: 600; color: var(--quiet); }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18.5rem), 1fr)); gap: .625rem; margin: 0; padding: 0; list-style: none; }
li { display: flex; min-width: 0; }
button { font: inherit; color: inherit; cursor: pointer; }
.person { display: flex; gap: .875rem; align-items: center; width: 100%; min-width: 0; min-height: 5.25rem; padding: .75rem .875rem; text-align: left; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
.person:hover { border-color: var(--strong); }
.person:active { background: var(--chip); }
:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
.face { flex: none; display: grid; place-items: center; width: 2.875rem; height: 2.875rem; border-radius: 50%; font-weight: 650; letter-spacing: .02em; color: #ffffff; }
.hue-0 { background: #1f5fbf; } .hue-1 { background: #8a3ba8; } .hue-2 { background: #0f6e62; } .hue-3 { background: #a83a55; }
.hue-4 { background: #7a5410; } .hue-5 { background: #3a56a0; } .hue-6 { background: #3b6b20; } .hue-7 { background: #9a4316; }
.words { display: grid; gap: .0625rem; min-width: 0; }
.name { font-weight: 600; overflow-wrap: anywhere; }
.title { font-size: .875rem; line-height: 1.35; color: var(--quiet); overflow-wrap: anywhere; }
.roles { display: flex; flex-wrap: wrap; gap: .25rem; margin-top: .25rem; }
.role { padding: .0625rem .4375rem; border-radius: 1rem; font-size: .75rem; line-height: 1.5; background: var(--chip); color: var(--ink); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.aside { margin-top: 2rem; }
.plain { min-height: 2.75rem; padding: .5rem .875rem; background: none; border: 1px solid var(--line); border-radius: .5rem; }
.plain:hover { border-color: var(--strong); }
a { color: var(--strong); }
@media (max-width: 30rem) { main { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.5rem; } }
`;
