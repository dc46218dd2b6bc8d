package org.tianbo.learning.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** A record in good order. {@code data} is kept as sent, {@code content} is what it means. */
public record PhoneRecord(UUID id, RecordType type, Instant at, JsonNode data, RecordData content) {}
