/// The page's one style sheet. System fonts and no images: nothing is fetched.
enum Stylesheet {
  static let text =
    palette + layout + overview + drawings + controls + subjects + small + paper
}

extension Stylesheet {
  /// Colours keep a contrast of 4.5 to 1 and more on every ground they stand on, in both schemes;
  /// what they say is always said by a word too.
  private static let palette = """
    :root{color-scheme:light dark;--ground:#faf9f6;--sheet:#fff;--ink:#1c1b1a;--quiet:#605c57;
    --line:#e5e1da;--edge:#8b857d;--link:#1a56a8;--critical:#b3261e;--critical-ground:#fbe9e7;
    --unknown:#6b3fa0;--unknown-ground:#f1eaf8;--warning:#8a5300;--warning-ground:#fdf1dc;
    --suppressed:#4a5a68;--suppressed-ground:#e8edf1;--pass:#1f6b3b;--pass-ground:#e6f3ea;
    --skipped:#605c57;--skipped-ground:#efedea}
    @media (prefers-color-scheme:dark){:root{--ground:#151514;--sheet:#1e1d1c;--ink:#eceae6;
    --quiet:#aca79f;--line:#363431;--edge:#7d7870;--link:#8ab8f5;--critical:#ff9a8f;
    --critical-ground:#43201d;--unknown:#cbaaf0;--unknown-ground:#332545;--warning:#f0bd6a;
    --warning-ground:#3d2e14;--suppressed:#a9bccb;--suppressed-ground:#27323b;--pass:#86d3a0;
    --pass-ground:#1c3425;--skipped:#aca79f;--skipped-ground:#2c2a28}}
    .critical{--tone:var(--critical);--tone-ground:var(--critical-ground);--shape:"✕"}
    .unknown{--tone:var(--unknown);--tone-ground:var(--unknown-ground);--shape:"?"}
    .warning{--tone:var(--warning);--tone-ground:var(--warning-ground);--shape:"!"}
    .suppressed{--tone:var(--suppressed);--tone-ground:var(--suppressed-ground);--shape:"◦"}
    .pass{--tone:var(--pass);--tone-ground:var(--pass-ground);--shape:"✓"}
    .skipped{--tone:var(--skipped);--tone-ground:var(--skipped-ground);--shape:"–"}

    """

  private static let layout = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:var(--ground);color:var(--ink);line-height:1.5;
    font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
    font-size:1rem;overflow-wrap:anywhere}
    .top,main,footer{max-width:84rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
    .top{padding-top:clamp(1.5rem,4vw,3rem)}
    h1{font-size:clamp(1.75rem,1.2rem + 2.2vw,2.75rem);line-height:1.12;letter-spacing:-.022em;
    font-weight:680;margin:.15rem 0 .5rem;text-wrap:balance}
    h2{font-size:1.25rem;line-height:1.3;letter-spacing:-.01em;font-weight:660;margin:0 0 .8rem}
    h3,h4{font-size:1rem;font-weight:650;margin:0}
    section{margin:3rem 0 0}
    p{margin:0 0 .6rem}
    a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px;
    text-decoration-color:color-mix(in srgb,currentColor 40%,transparent)}
    a:hover{text-decoration-color:currentColor}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
    code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace;
    font-size:.86em}
    ul,ol,dl,dd,figure,fieldset,legend{margin:0;padding:0;border:0}
    ul,ol{list-style:none}
    i{font-style:normal;unicode-bidi:isolate}
    button{font:inherit;font-size:.875rem;color:var(--ink);background:var(--sheet);cursor:pointer;
    border:1px solid var(--edge);border-radius:6px;padding:.25rem .7rem}
    button:hover{border-color:var(--link);color:var(--link)}
    summary{cursor:pointer;color:var(--quiet);font-size:.875rem;width:fit-content;
    padding:.15rem 0}
    summary:hover{color:var(--ink)}
    .hush{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
    white-space:nowrap}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem .8rem;z-index:2}
    .kicker{color:var(--quiet);font-weight:600;margin:0}
    .lead{font-size:1.125rem;max-width:52rem}
    .quiet{color:var(--quiet);font-size:.875rem}
    .amount{color:var(--quiet);font-weight:400;font-variant-numeric:tabular-nums}
    nav ul{display:flex;flex-wrap:wrap;gap:.35rem 1.4rem;margin-top:1rem}
    .two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));
    gap:1.5rem 3rem}
    .changed{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}
    .changed>:only-child{grid-column:1/-1}
    footer{padding-top:3rem;padding-bottom:3rem;color:var(--quiet);font-size:.875rem}
    #said{position:fixed;left:50%;bottom:1.5rem;transform:translateX(-50%);margin:0;z-index:2;
    background:var(--ink);color:var(--ground);padding:.5rem 1rem;border-radius:8px;
    max-width:calc(100% - 2rem)}
    #said:empty{visibility:hidden}

    """
}
