package dev.parvis.bench.cost;

/**
 * One function's tick that finds nothing.
 *
 * @param perMonth how often, in 30 days
 * @param millis what Lambda bills: warm, or from process start where it is woken seldom
 * @param logBytes what it prints and what Lambda prints about it
 */
record Tick(String function, int perMonth, double millis, int memoryMb, double reads, double writes, double logBytes) {

    double gbSeconds() {
        return perMonth * millis / 1000 * memoryMb / 1024;
    }

    double logGb() {
        return perMonth * logBytes / 1e9;
    }
}
