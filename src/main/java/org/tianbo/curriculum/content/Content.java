package org.tianbo.curriculum.content;

import java.util.List;
import org.tianbo.curriculum.document.ContentFault;
import org.tianbo.curriculum.document.Document;

/** What a folder holds. Publishable only when there is no fault; the documents are then complete. */
public record Content(List<Document> documents, List<ContentFault> faults) {}
