package org.tianbo.platform.data;

import java.util.List;
import java.util.Optional;

/** A stretch of a longer list and the cursor that leads on, empty at the end. */
public record Page<T>(List<T> items, Optional<String> next) {}
