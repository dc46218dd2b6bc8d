/** The edge: the plan, the camera and the upload protocol. */
package org.tianbo.practice.page;
