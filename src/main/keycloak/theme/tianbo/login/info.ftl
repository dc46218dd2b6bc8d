<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${kcSanitize(message.summary)?no_esc}</#if>
  <#elseif section = "form">
    <#if messageHeader?? || requiredActions??>
    <p>${kcSanitize(message.summary)?no_esc}<#if requiredActions??><#list requiredActions>: <b><#items as action>${kcSanitize(msg("requiredAction.${action}"))?no_esc}<#sep>, </#items></b></#list></#if></p>
    </#if>
    <#if !skipLink??>
      <#if pageRedirectUri?has_content><a class="go" href="${pageRedirectUri}">${msg("backToApplication")}</a>
      <#elseif actionUri?has_content><a class="go" href="${actionUri}">${msg("proceedWithAction")}</a>
      <#elseif (client.baseUrl)?has_content><a class="go" href="${client.baseUrl}">${msg("backToApplication")}</a></#if>
    </#if>
  </#if>
</@layout.registrationLayout>
