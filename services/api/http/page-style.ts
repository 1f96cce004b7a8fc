/** How our small pages look; the security policy names the hash of exactly this text. */
export const PAGE_STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark; }
code { font-family: ui-monospace, monospace; }
dt { margin-top: 1rem; font-weight: 600; }
`;
