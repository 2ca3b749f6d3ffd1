extension Stylesheet {
  /// Rows are grids, so that a browser may leave those unlaid that are not in sight
  /// (`content-visibility`), and so that a phone gets cards out of the same markup; the roles in
  /// the markup keep the table a table for a screen reader.
  static let tables = """
    .subjects{display:block;font-size:.9375rem}
    .subjects caption{display:block;text-align:left;color:var(--quiet);font-size:.875rem;
    margin-bottom:.5rem}
    .subjects thead,.subjects tbody{display:block}
    .subjects tr{display:grid;gap:0 1.25rem;padding:.9rem 0;border-top:1px solid var(--line)}
    .credentials tr{grid-template-columns:6.5rem minmax(0,4fr) 7.5rem minmax(0,4fr) minmax(0,8fr)}
    .authorities tr{grid-template-columns:6.5rem minmax(0,6fr) minmax(0,4fr) minmax(0,8fr)}
    .subjects tbody tr{content-visibility:auto;contain-intrinsic-size:auto 7rem}
    .subjects tr[hidden]{display:none}
    .subjects tr:target{background:var(--sheet);box-shadow:-.6rem 0 var(--sheet),
    .6rem 0 var(--sheet),-.9rem 0 var(--link)}
    .subjects th,.subjects td{display:block;text-align:left;font-weight:400;padding:0;min-width:0}
    .subjects thead th{font-size:.8125rem;color:var(--quiet);font-weight:600}
    .subjects thead tr{padding:.4rem 0}
    .n>bdi{font-weight:600}
    .n>.slash{color:var(--quiet)}
    .subjects .quiet,.change{display:block}
    .f .quiet{display:inline}
    .e time{font-variant-numeric:tabular-nums}
    .o a{display:block}
    .chip{display:inline-block;background:var(--tone-ground);color:var(--tone);font-weight:600;
    font-size:.8125rem;padding:.1rem .55rem;border-radius:99px;white-space:nowrap}
    .chip.small{font-size:.75rem;padding:0 .4rem}
    .change{font-size:.8125rem;color:var(--quiet);padding:.2rem .55rem}
    .tag{display:inline-block;border:1px solid var(--line);border-radius:4px;padding:0 .35rem;
    font-size:.75rem;color:var(--quiet);margin-top:.25rem}
    .finding{border-left:3px solid var(--tone);padding-left:.8rem;margin-bottom:.8rem}
    .finding:last-child{margin-bottom:0}
    .finding p{margin:0 0 .25rem}
    .what code{color:var(--quiet)}
    .suppressed{opacity:.85;border-left-style:dotted}
    .answered{color:var(--quiet);font-style:italic}
    .label{font-size:.8125rem;font-weight:600;color:var(--quiet);margin-right:.35rem}
    details summary{cursor:pointer;color:var(--quiet);font-size:.875rem}
    details dl{display:grid;grid-template-columns:minmax(5rem,auto) minmax(0,1fr);
    gap:.15rem .9rem;align-items:baseline;font-size:.875rem;margin:.35rem 0 .5rem}
    details dt{color:var(--quiet)}
    dd.ev{font-family:ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;font-size:.8125rem}
    .proof ul{list-style:none;font-size:.875rem;margin:.35rem 0}
    .proof li{padding:.15rem 0}
    .pair{margin-left:.5rem}
    #controls{display:flex;flex-wrap:wrap;gap:.7rem;margin-bottom:.8rem}
    #controls[hidden]{display:none}
    #controls label{display:flex;flex-direction:column;font-size:.8125rem;color:var(--quiet);
    flex:1 1 8rem;gap:.15rem}
    #controls .wide{flex-basis:16rem;flex-grow:2}
    #controls input,#controls select{font:inherit;font-size:1rem;color:var(--ink);width:100%;
    min-height:2.75rem;background:var(--sheet);border:1px solid var(--quiet);border-radius:6px;
    padding:.3rem .6rem}

    """

  /// Narrow screens and paper.
  static let small = """
    @media (max-width:60rem){
    .timeline{grid-template-columns:minmax(0,1fr)}
    .credentials tr{grid-template-columns:6.5rem minmax(0,1fr) minmax(0,1fr);
    grid-template-areas:"v n n" ". e o" ". f f"}
    .authorities tr{grid-template-columns:6.5rem minmax(0,1fr);
    grid-template-areas:"v n" ". k" ". f"}
    .v{grid-area:v}.n{grid-area:n}.e{grid-area:e}.o{grid-area:o}.k{grid-area:k}.f{grid-area:f}
    .e,.o,.k{margin-top:.4rem}.f{margin-top:.6rem}
    .subjects .e .quiet,.subjects .k .quiet{display:inline;margin-left:.6rem}
    #controls .wide{flex-basis:100%}
    .subjects thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
    @media (max-width:34rem){
    .tiles{grid-template-columns:1fr 1fr}
    .tile:last-child:nth-child(odd){grid-column:1/-1}
    .credentials tr{grid-template-columns:minmax(0,1fr);grid-template-areas:"v" "n" "e" "o" "f"}
    .authorities tr{grid-template-columns:minmax(0,1fr);grid-template-areas:"v" "n" "k" "f"}
    .v .change{display:inline}.n{margin-top:.35rem}}
    @media print{
    :root{color-scheme:light;--ground:#fff;--sheet:#fff;--ink:#000;--quiet:#444;--line:#bbb;
    --link:#000;--critical:#9b1c15;--critical-ground:#fff;--unknown:#54308a;--unknown-ground:#fff;
    --warning:#6e4200;--warning-ground:#fff;--pass:#185730;--pass-ground:#fff;--skipped:#444;
    --skipped-ground:#fff}
    body{font-size:9.5pt}
    .top,main,footer{max-width:none;padding-left:0;padding-right:0}
    .skip,nav,#controls,#count,details summary{display:none}
    details::details-content{content-visibility:visible;display:block;height:auto}
    .subjects tbody tr{content-visibility:visible}
    .finding,.proof li,.group,.tile{break-inside:avoid}
    .v,.n,.k,.e,.o,.what,.fix{break-after:avoid}
    h2,h3,caption{break-after:avoid}
    section{margin-top:1.6rem}
    .chip{border:1px solid currentColor}
    .scroll{overflow:visible;border:0;padding:0}
    svg{min-width:0}
    svg rect,.dot,.tile a{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .tiles{grid-template-columns:repeat(5,1fr)}
    .o a::after{content:" (" attr(href) ")";font-size:.85em}}

    """
}
