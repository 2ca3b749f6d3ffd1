extension Stylesheet {
  /// What stands before the rows, and the run's own facts behind them.
  static let overview = """
    .banner{background:var(--unknown-ground);border-left:4px solid var(--unknown);
    padding:.8rem 1rem;border-radius:0 6px 6px 0}
    .notices li{padding:.2rem 0 .2rem 1rem;border-left:3px solid var(--line);margin:.25rem 0}
    .notices code{color:var(--quiet)}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem}
    .tile a{display:block;height:100%;padding:.85rem 1rem .9rem;border-radius:10px;
    color:var(--ink);text-decoration:none;background:var(--sheet);border:1px solid var(--line);
    box-shadow:inset 0 4px var(--mark,var(--tone))}
    .tile a:hover{border-color:var(--tone)}
    .tile span{display:block}
    .tile .word{color:var(--tone);font-weight:650}
    .tile .word::before{content:var(--shape) " ";content:var(--shape) " " / ""}
    .tile .number{font-size:2.5rem;font-weight:680;line-height:1.15;letter-spacing:-.02em;
    font-variant-numeric:tabular-nums}
    .tile.none .number{color:var(--quiet);font-weight:400}
    .tile .unit,.tile .also{line-height:1.35;font-size:.875rem;color:var(--quiet)}
    .aside{margin-top:.6rem;color:var(--quiet);font-size:.875rem}
    .groups{columns:2 15rem;column-gap:2rem}
    .group{break-inside:avoid;padding-bottom:1.2rem}
    .group h3,.soonest h3{margin-bottom:.35rem}
    .group li,.soonest li{padding:.15rem 0}
    .dotted{padding-left:1.15rem!important;position:relative}
    .dotted::before{content:"";position:absolute;left:0;top:.72em;width:.6rem;height:.6rem;
    border-radius:50%;background:var(--mark,var(--tone))}
    .soonest .quiet{display:block}
    table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:650;padding-bottom:.35rem}
    th,td{text-align:right;font-weight:400;padding:.3rem 0 .3rem .9rem;vertical-align:baseline}
    th:first-child{text-align:left;padding-left:0}
    td,thead th{white-space:nowrap;overflow-wrap:normal}
    thead th{color:var(--quiet);font-size:.8125rem;font-weight:600}
    tbody tr{border-top:1px solid var(--line)}
    .zero{color:var(--quiet)}
    .tally{width:100%}
    thead [class]{color:var(--tone)}
    thead [class]::before{content:var(--shape) " ";content:var(--shape) " " / ""}
    .tally td:not(.zero):nth-child(2){color:var(--critical);font-weight:650}
    .tally td:not(.zero):nth-child(3){color:var(--unknown);font-weight:650}
    .tally td:not(.zero):nth-child(4){color:var(--warning);font-weight:650}
    .tally+.quiet{margin-top:.5rem}
    .counts{margin:.5rem 0 1rem}
    .facts{display:grid;gap:.3rem 1.2rem;font-size:.9375rem}
    .facts div{display:grid;grid-template-columns:minmax(8rem,12rem) minmax(0,1fr);gap:0 1rem}
    .facts dt{color:var(--quiet)}
    .two h3{margin-bottom:.4rem}

    """

  static let drawings = """
    .timeline{display:grid;grid-template-columns:minmax(0,1fr) minmax(14rem,19rem);gap:1.5rem 3rem}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem 1.5rem;
    margin-bottom:.9rem}
    .figures dt{color:var(--quiet);font-size:.875rem}
    .figures b{font-size:1.375rem;line-height:1.3;font-weight:650;font-variant-numeric:tabular-nums}
    .figures .quiet{display:block;line-height:1.35}
    .scroll,.plot{background:var(--sheet);border:1px solid var(--line);border-radius:10px;
    padding:.6rem .6rem .2rem}
    .scroll{overflow-x:auto}
    svg{display:block;width:100%;height:auto}
    .scroll svg{min-width:46rem}
    svg rect{fill:var(--mark,var(--tone))}
    svg g:hover rect{opacity:.75}
    svg text{fill:var(--quiet);font-size:11.5px;text-anchor:middle;font-family:inherit;
    font-variant-numeric:tabular-nums}
    svg .scale{text-anchor:end}
    svg line{stroke:var(--line)}
    svg .base{stroke:var(--edge)}
    .legend{display:flex;flex-wrap:wrap;gap:.1rem 1rem;padding:.4rem .5rem .2rem;font-size:.8125rem;
    color:var(--quiet)}
    .legend li::before{content:"";display:inline-block;width:.7rem;height:.7rem;margin-right:.35rem;
    border-radius:2px;background:var(--mark,var(--tone));vertical-align:-.05em}
    figcaption{margin:.5rem 0 .2rem;font-size:.875rem;color:var(--quiet)}

    """
}
