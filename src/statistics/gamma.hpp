#pragma once

namespace crmtrack::statistics {

/// x^a · e^−x / Γ(a + 1): for a whole `a` the Poisson probability of `a` at mean `x`. By the saddle point, so that a
/// large `a` near `x` loses no digits and nothing overflows. Loader, *Fast and accurate computation of binomial
/// probabilities*, 2000. `a` and `x` are at least 0.
double gamma_density(double a, double x);
/// The regularised incomplete gamma function P(a, x), from 0 at x = 0 up to 1. `a` is above 0.
double gamma_lower(double a, double x);
/// 1 − P(a, x), without the loss of digits that the subtraction would have where it is small. `a` is above 0.
double gamma_upper(double a, double x);

/// The rest that Stirling's formula leaves of ln x!: ln Γ(x + 1) − ((x + ½) ln x − x + ½ ln 2π). `x` is above 0.
double stirling_error(double x);
/// x · ln(x / m) + m − x: by how much `x` deviates from the mean `m`. Both are above 0.
double deviance(double x, double m);

}  // namespace crmtrack::statistics
