package org.tianbo.interop.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Some of the county's statements.
 *
 * @param next the number after which the list goes on; empty where it ends
 * @param through everything stored by then was there to be found; whatever comes later is stored later
 */
public record StatementPage(List<Statement> statements, Optional<Long> next, Instant through) {}
