/**
 * {@code mvn -Pbench verify}: the packaged application on a fresh database under load from wrk, each figure beside a
 * floor measured in the same run. Writes {@code target/bench/results.jsonl}. {@code -Dbench.only=live} runs the lives
 * that are watched, and nothing else.
 */
package org.tianbo.bench;
