/**
 * {@code mvn -Pbench verify}: the packaged application on a fresh database under load from wrk, each figure beside a
 * floor measured in the same run. Writes {@code target/bench/results.jsonl}.
 */
package org.tianbo.bench;
