/// The page's one style sheet. System fonts and no images: nothing is fetched.
enum Stylesheet {
  static let text = palette + layout + tables + small
}

extension Stylesheet {
  /// Colours keep a contrast of 4.5 to 1 and more on their ground, in both schemes; what they say
  /// is always said by a word too.
  private static let palette = """
    :root{color-scheme:light dark;--ground:#fbfaf8;--sheet:#fff;--ink:#1c1b1a;--quiet:#5f5b57;
    --line:#e4e0da;--link:#1a56a8;--critical:#b3261e;--critical-ground:#fbe9e7;
    --unknown:#6b3fa0;--unknown-ground:#f1eaf8;--warning:#8a5300;--warning-ground:#fdf1dc;
    --pass:#1f6b3b;--pass-ground:#e6f3ea;--skipped:#5f5b57;--skipped-ground:#efedea}
    @media (prefers-color-scheme:dark){:root{--ground:#161615;--sheet:#1f1e1d;--ink:#eceae6;
    --quiet:#a9a49d;--line:#383633;--link:#8ab8f5;--critical:#ff9a8f;--critical-ground:#43201d;
    --unknown:#cbaaf0;--unknown-ground:#332545;--warning:#f0bd6a;--warning-ground:#3d2e14;
    --pass:#86d3a0;--pass-ground:#1c3425;--skipped:#a9a49d;--skipped-ground:#2c2a28}}
    .critical{--tone:var(--critical);--tone-ground:var(--critical-ground)}
    .unknown{--tone:var(--unknown);--tone-ground:var(--unknown-ground)}
    .warning{--tone:var(--warning);--tone-ground:var(--warning-ground)}
    .pass{--tone:var(--pass);--tone-ground:var(--pass-ground)}
    .skipped{--tone:var(--skipped);--tone-ground:var(--skipped-ground)}

    """

  private static let layout = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:var(--ground);color:var(--ink);line-height:1.5;
    font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;
    font-size:1rem;overflow-wrap:anywhere}
    .top,main,footer{max-width:82rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
    .top{padding-top:clamp(1.5rem,5vw,3.5rem)}
    h1{font-size:clamp(1.6rem,1.1rem + 2.2vw,2.6rem);line-height:1.15;letter-spacing:-.02em;
    font-weight:650;margin:.2rem 0 .6rem;text-wrap:balance}
    h2{font-size:1.25rem;letter-spacing:-.01em;font-weight:650;margin:0 0 .9rem}
    h3{font-size:.95rem;font-weight:650;margin:0 0 .4rem}
    section{margin:2.75rem 0 0}
    p{margin:0 0 .6rem}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,
    .scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
    code{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace;
    font-size:.86em}
    ul,ol,dl,dd,figure{margin:0;padding:0}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem .8rem;z-index:1}
    .kicker{color:var(--quiet);font-weight:600;margin:0}
    .lead{font-size:1.1rem;max-width:48rem}
    .quiet{color:var(--quiet);font-size:.875rem}
    .amount{color:var(--quiet);font-weight:400}
    .facts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin-top:1.2rem;font-size:.875rem}
    .facts dt{color:var(--quiet)}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin-top:1.2rem}
    .banner{background:var(--unknown-ground);border-left:4px solid var(--unknown);
    padding:.8rem 1rem;border-radius:0 6px 6px 0}
    .notices{padding-left:1.2rem}
    .tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));
    gap:.8rem}
    .tile a{display:block;height:100%;padding:.9rem 1rem;border-radius:10px;color:var(--ink);
    text-decoration:none;background:var(--sheet);border:1px solid var(--line);
    border-top:4px solid var(--tone)}
    .tile a:hover{border-color:var(--tone)}
    .tile span{display:block}
    .tile .word,.tile .glyph{display:inline;color:var(--tone);font-weight:600}
    .tile .number{font-size:2.4rem;font-weight:650;line-height:1.15;letter-spacing:-.02em;
    font-variant-numeric:tabular-nums}
    .tile.none .number{color:var(--quiet);font-weight:400}
    .tile .unit,.tile .also{font-size:.875rem;color:var(--quiet)}
    .aside{margin-top:.8rem;color:var(--quiet)}
    .groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));
    gap:1.2rem 2rem}
    .group ul,.soonest ol{list-style:none}
    .group li,.soonest li{padding:.15rem 0}
    .dot{display:inline-block;width:.6rem;height:.6rem;border-radius:50%;
    background:var(--tone);margin-right:.5rem}
    .timeline{display:grid;grid-template-columns:minmax(0,1fr) minmax(14rem,20rem);gap:1.5rem 2.5rem}
    .scroll{overflow-x:auto;background:var(--sheet);border:1px solid var(--line);
    border-radius:10px;padding:.5rem}
    svg{display:block;min-width:46rem;width:100%;height:auto}
    svg rect{fill:var(--tone)}
    svg text{fill:var(--quiet);font-size:12px;text-anchor:middle;font-family:inherit}
    svg .total{fill:var(--ink);font-weight:600}
    svg .base{stroke:var(--line)}
    figcaption{margin-top:.5rem;font-size:.875rem;color:var(--quiet)}
    .soonest .quiet{display:block;padding-left:1.1rem}
    footer{padding-top:2.5rem;padding-bottom:2.5rem;color:var(--quiet);font-size:.875rem}

    """
}
