/**
 * Documents as read from the content folder and as published: their files, kinds, schemas and the faults found in them.
 */
package org.tianbo.curriculum.document;
