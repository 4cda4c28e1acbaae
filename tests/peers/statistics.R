# Computes with R for tests/peers/r_statistics.py: the same lines as tests/peers/statistics.cpp, each by what base R or a
# package has for it.
suppressMessages({
  library(spc)
  library(surveillance)
  library(survival)
})

pairs <- function(v) list(time = v[c(TRUE, FALSE)], ended = v[c(FALSE, TRUE)])
fit <- function(v) {
  p <- pairs(v)
  survfit(Surv(p$time, p$ended) ~ 1)
}

figures <- list(
  poisson_tail = function(v) ppois(v[1] - 1, v[2], lower.tail = FALSE),
  poisson_limit = function(v) qpois(0.00135, v[1], lower.tail = FALSE) + 1,
  binomial_tail = function(v) pbinom(v[1] - 1, v[2], v[3], lower.tail = FALSE),
  chi_squared_tail = function(v) pchisq(v[1], v[2], lower.tail = FALSE),
  # The test of equal counts is the one of dispersion.
  dispersion = function(v) suppressWarnings(chisq.test(v))$p.value,
  wilson = function(v) suppressWarnings(prop.test(v[1], v[2], correct = FALSE))$conf.int[1:2],
  two_windows = function(v) poisson.test(v[c(3, 1)], v[c(4, 2)], alternative = "greater")$p.value,
  discoveries = function(v) as.numeric(p.adjust(v, "BH") <= 0.1),
  survival = function(v) {
    f <- fit(v)
    ends <- f$n.event > 0
    as.vector(rbind(f$time[ends], f$surv[ends]))
  },
  survival_median = function(v) {
    m <- unname(quantile(fit(v), 0.5)$quantile)
    if (is.na(m)) -1 else m
  },
  quantile = function(v) unname(quantile(v[-1], v[1], type = 1)),
  cusum_path = function(v) Reduce(function(s, x) max(0, s + x - v[1]), v[-1], 0, accumulate = TRUE)[-1],
  cusum_run_length = function(v) arlCusum(h = v[3], k = v[2], theta = v[1], distr = "poisson", digits = 1)$ARL,
  # spc takes k and h in steps of the lattice, and signals above h.
  cusum_spc = function(v) unname(pois.cusum.arl(v[1], v[2] * 2, v[3] * 2, 2)),
  cusum_spc_less = function(v) unname(pois.cusum.arl(v[1], v[2] * 2, v[3] * 2 - 1, 2)),
  ewma = function(v) as.vector(filter(0.2 * v[-1], 0.8, "recursive", init = v[1])),
  log_likelihood = function(v) {
    m <- matrix(v, 2, byrow = TRUE)
    if (m[1, 1] * sum(m) <= sum(m[1, ]) * sum(m[, 1])) 0 else loglin(m, list(1, 2), print = FALSE)$lrt
  },
  nps = function(v) {
    x <- rep(c(100, 0, -100), v)
    n <- length(x)
    c(mean(x), sqrt(sum((x - mean(x))^2) / n / n))
  }
)

for (line in readLines(file("stdin"))) {
  words <- strsplit(line, " ")[[1]]
  cat(sprintf("%.17g", figures[[words[1]]](as.numeric(words[-1]))), "\n")
}
