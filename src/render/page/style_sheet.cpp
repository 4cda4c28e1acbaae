#include "render/page/style_sheet.hpp"

namespace crmtrack::render {

const std::string_view kStyleSheet = R"css(
:root { color-scheme: light dark }
body { font-family: sans-serif; line-height: 1.4; margin: 0; color: #1b1b1b; background: #fff }
main { max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.6rem } h2 { font-size: 1.25rem } h3, h4, h5, h6 { font-size: 1rem }
h1, h2, h3, h4, h5, h6, p, div, figcaption, caption { overflow-wrap: anywhere }
table { border-collapse: collapse }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.8rem 0.2rem 0; font-weight: normal;
  max-width: 24rem; overflow-wrap: break-word }
thead th { font-weight: bold; vertical-align: bottom; border-bottom: 1px solid #767676 }
tbody tr + tr > * { border-top: 1px solid #ddd }
th.right, td.right { text-align: right; white-space: nowrap }
thead th.right { white-space: normal } .word { white-space: nowrap }
caption { text-align: left; font-weight: bold; padding-bottom: 0.3rem }
caption.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap }
.wide { overflow-x: auto; margin: 1rem 0 }
.lines { white-space: pre-wrap } .inner { margin-left: 2rem }
figure { margin: 1.5rem 0 } figcaption { font-weight: bold; margin-bottom: 0.5rem }
svg.chart { display: block; width: 100%; max-width: 36rem; height: auto }
.strong, .heading, .mark { font-weight: bold }
.dim { color: #595959 } .good { color: #14691b } .warning { color: #7a4a00 } .bad, .signal { color: #a3140f }
@media screen and (prefers-color-scheme: dark) {
  body { color: #e6e6e6; background: #16181b }
  thead th { border-color: #8a8a8a }
  tbody tr + tr > * { border-color: #3a3d42 }
  .dim { color: #a8a8a8 } .good { color: #7ccf85 } .warning { color: #e2b35a } .bad, .signal { color: #ff8f86 }
}
@page { margin: 15mm }
@media print {
  body { font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact }
  main { max-width: none; padding: 0 }
  .wide { overflow: visible }
  th, td { font-size: 8.5pt; max-width: none; padding-right: 1.5mm }
  .many th, .many td { font-size: 6.5pt; padding-right: 1mm }
  .crowded { table-layout: fixed; width: 100% } .crowded th, .crowded td { font-size: 6pt; padding-right: 0.5mm }
  .long { overflow-wrap: anywhere } td.long.right, th.long.right { white-space: normal }
  thead { display: table-header-group } tr, svg { break-inside: avoid }
  h1, h2, h3, h4, h5, h6, figcaption, caption { break-after: avoid }
}
)css";

}  // namespace crmtrack::render
