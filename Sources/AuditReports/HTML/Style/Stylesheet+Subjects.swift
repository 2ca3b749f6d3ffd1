extension Stylesheet {
  static let controls = """
    #controls{display:flex;flex-wrap:wrap;gap:.8rem;padding:1rem;margin-bottom:1rem;
    background:var(--sheet);border:1px solid var(--line);border-radius:10px}
    #controls[hidden]{display:none}
    #controls>label{display:flex;flex-direction:column;font-size:.8125rem;color:var(--quiet);
    flex:1 1 9rem;gap:.15rem;min-width:0}
    #controls>.wide{flex:3 1 20rem}
    #controls input[type=search],select{font:inherit;font-size:1rem;color:var(--ink);width:100%;
    min-height:2.6rem;background:var(--ground);border:1px solid var(--edge);border-radius:6px;
    padding:.3rem .6rem}
    fieldset{flex:1 1 100%;display:flex;flex-wrap:wrap;gap:.4rem;min-width:0}
    legend{font-size:.8125rem;color:var(--quiet);float:left;width:100%;margin-bottom:.15rem}
    .pick{display:inline-flex;align-items:center;gap:.4rem;padding:.25rem .8rem .25rem .6rem;
    border:1px solid var(--edge);border-radius:99px;color:var(--tone);font-weight:600;
    cursor:pointer}
    .pick input{accent-color:var(--tone);margin:0;width:1rem;height:1rem}
    .pick:has(:checked){background:var(--tone-ground);border-color:var(--tone)}
    .pick:has(:focus-visible){outline:3px solid var(--link);outline-offset:2px}
    .pick input:focus-visible{outline:0}
    .state{display:flex;flex-wrap:wrap;gap:.5rem .8rem;align-items:center;flex:1 1 100%;margin:0}
    #count{font-weight:650;font-variant-numeric:tabular-nums;margin-right:auto}
    .order{max-width:60rem}
    #nothing{padding:2rem 0;text-align:center;border-top:1px solid var(--line)}

    """

  /// Rows are grids, so that a browser may leave those unlaid that are not in sight
  /// (`content-visibility`), and so that a phone gets cards out of the same markup.
  static let subjects = """
    .subjects>li{display:grid;gap:0 1.5rem;padding:.85rem 0;border-top:1px solid var(--line);
    grid-template-columns:9.5rem minmax(0,6fr) minmax(0,5fr) minmax(0,11fr);
    grid-template-areas:"v n e f" "v w o f";grid-template-rows:auto 1fr;font-size:.9375rem;
    content-visibility:auto;contain-intrinsic-size:auto 4.75rem}
    .subjects>li[hidden]{display:none}
    .subjects>li:target,.finding:target,dt:target,dt:target+dd{background:var(--sheet);
    box-shadow:-.6rem 0 var(--sheet),.6rem 0 var(--sheet),-.85rem 0 var(--link)}
    .subjects p{margin:0}
    .v{grid-area:v}.subjects h3{grid-area:n}.w{grid-area:w}.e{grid-area:e}.o{grid-area:o}
    .f{grid-area:f;min-width:0}
    .subjects h3{font-size:1rem;line-height:1.45}
    .w,.e,.v{color:var(--quiet);font-size:.875rem}
    .u{display:block}
    .e time{color:var(--ink);font-size:.9375rem;font-variant-numeric:tabular-nums;
    margin-right:.35rem}
    .e:empty{display:none}
    .e:empty+.o{grid-row:1/-1}
    .chip{display:inline-block;background:var(--tone-ground);color:var(--tone);font-weight:650;
    font-size:.8125rem;line-height:1.5;padding:.1rem .6rem;border-radius:99px;white-space:nowrap}
    .chip::before{content:var(--shape) " ";content:var(--shape) " " / ""}
    .v .c,.v .quiet,.v .also{display:block;padding-left:.6rem;font-size:.8125rem}
    .v .c{color:var(--ink)}
    .g{border:1px solid var(--line);border-radius:4px;padding:0 .35rem;font-size:.75rem}
    .finding{border-left:3px solid var(--tone);padding-left:.9rem;margin-bottom:.9rem}
    .finding h4{font-size:.9375rem;line-height:1.45}
    .meta{color:var(--quiet);font-size:.8125rem}
    .meta>*{margin-right:.35rem}
    .meta code{font-size:.8125rem}
    .meta .also,.v .also{color:var(--ink);font-weight:600}
    .link{display:inline-block;min-width:1.5rem;padding:.1rem .3rem;text-align:center}
    .fix{margin:.2rem 0 .15rem!important}
    .fix b{font-size:.8125rem;color:var(--quiet);margin-right:.3rem}
    .copy{display:none;padding:.15rem .55rem;font-size:.8125rem;margin-left:.3rem}
    .js .copy{display:inline-block}
    .finding.suppressed{border-left-style:dashed;background:var(--suppressed-ground);
    padding:.6rem .9rem;border-radius:0 8px 8px 0}
    .answered b{color:var(--suppressed)}
    details dl{display:grid;grid-template-columns:minmax(6rem,max-content) minmax(0,1fr);
    gap:.2rem 1rem;align-items:baseline;font-size:.875rem;margin:.4rem 0 .5rem}
    details dt{color:var(--quiet);max-width:13rem}
    .ev{font-family:ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;font-size:.8125rem}
    .proof i{color:var(--quiet)}

    """
}
