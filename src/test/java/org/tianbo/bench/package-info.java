/**
 * {@code mvn -Pbench verify}: the packaged application on a fresh database under load from wrk, each figure beside a
 * floor measured in the same run and beside its goal. Writes {@code target/bench/results.jsonl}. One part alone:
 * {@code -Dbench.only=} with {@code live-viewers} ({@code -Dbench.viewers=500}), {@code live-hosts}
 * ({@code -Dbench.hosts=100}), {@code live} for the two, {@code sending}, what phones send, {@code recordings},
 * {@code people}, the list of people among a million, {@code phone}, or {@code weak-network}, what pages take and cost
 * in a village.
 */
package org.tianbo.bench;
