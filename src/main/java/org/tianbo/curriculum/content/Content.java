package org.tianbo.curriculum.content;

import java.util.List;

/** What a folder holds. Publishable only when there is no fault; the documents are then complete. */
public record Content(List<Document> documents, List<ContentFault> faults) {}
