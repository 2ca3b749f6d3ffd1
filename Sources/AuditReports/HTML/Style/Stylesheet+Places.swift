extension Stylesheet {
  /// Narrow screens.
  static let small = """
    @media (max-width:64rem){
    .timeline,.changed{grid-template-columns:minmax(0,1fr)}
    .subjects>li{grid-template-columns:9.5rem minmax(0,5fr) minmax(0,4fr);
    grid-template-areas:"v n e" "v w o" "v f f";grid-template-rows:auto}
    .e:empty+.o{grid-row:1/3}
    .f{margin-top:.6rem}}
    @media (max-width:38rem){
    .tiles{grid-template-columns:1fr 1fr}
    .tile:last-child:nth-child(odd){grid-column:1/-1}
    .subjects>li{grid-template-columns:minmax(0,1fr);
    grid-template-areas:"v" "n" "w" "e" "o" "f";padding:1.1rem 0}
    .e:empty+.o{grid-row:auto}
    .e,.o{margin-top:.2rem!important}
    .v .c,.v .quiet,.v .also{display:inline;padding-left:.3rem}
    .subjects h3{margin-top:.3rem}
    .facts div{grid-template-columns:minmax(0,1fr);margin-bottom:.3rem}
    details dl{grid-template-columns:minmax(0,1fr);gap:0}
    details dd{margin-bottom:.35rem}
    details dt{max-width:none}
    .tally th,.tally td{padding-left:.35rem}
    .tally th:first-child{padding-left:0}
    thead [class]{font-size:0}
    thead [class]::before{font-size:.9375rem}
    .counts th,.counts td{padding-left:.5rem}
    .plot svg{overflow:visible}.plot svg text{font-size:17px}
    #controls{padding:.8rem}
    #controls>label{flex-basis:40%}#controls>.wide{flex-basis:100%}}

    """

  /// Paper: no controls, what is wrong in full, and no colours needed: in drawings, what is worse is
  /// darker.
  static let paper = """
    @media print{
    :root{color-scheme:light;--ground:#fff;--sheet:#fff;--ink:#000;--quiet:#444;--line:#bbb;
    --edge:#888;--link:#000;--critical:#9b1c15;--critical-ground:#fff;--unknown:#54308a;
    --unknown-ground:#fff;--warning:#6e4200;--warning-ground:#fff;--suppressed:#444;
    --suppressed-ground:#fff;--pass:#185730;--pass-ground:#fff;--skipped:#444;
    --skipped-ground:#fff}
    body{font-size:9.5pt}
    .top,main,footer{max-width:none;padding-left:0;padding-right:0}
    .skip,nav,#controls,#said,#nothing,.link,.copy,.js .copy,figure details,
    .finding summary{display:none}
    .finding details::details-content{content-visibility:visible;display:block;height:auto}
    .proof summary{list-style:none}
    .proof summary::-webkit-details-marker{display:none}
    .subjects>li{content-visibility:visible;grid-template-columns:7.5rem 5fr 5fr;
    grid-template-areas:"v n e" "v w o" "v f f";grid-template-rows:auto;gap:0 1rem}
    .e:empty+.o{grid-row:1/3}
    .f{margin-top:.4rem}
    .plot{max-width:26rem}
    .finding,.group,.tile,.tally tr,figure{break-inside:avoid}
    .v,.subjects h3,.w,.e,.o,.fix,h2,h3,h4,caption{break-after:avoid}
    section{margin-top:1.6rem}
    .chip{border:1px solid currentColor}
    .scroll,.plot{overflow:visible;border:0;padding:0}
    .scroll svg{min-width:0}
    .critical{--mark:#000}.unknown{--mark:#444}.warning{--mark:#777}.suppressed{--mark:#999}
    .pass{--mark:#ccc}.skipped{--mark:#eee}
    svg rect,.legend li::before,.dotted::before,.tile a{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .tiles{grid-template-columns:repeat(6,1fr);gap:.4rem}
    .tile a{padding:.6rem .5rem}.tile .unit,.tile .also{font-size:.75rem}
    .o .portal{display:none} .o a::after{content:" (" attr(href) ")";font-size:.85em}}

    """
}
