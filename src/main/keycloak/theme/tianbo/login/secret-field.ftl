<#-- A field for something secret, with an eye that shows it; the eye needs its script and stays hidden without. -->
<#macro secret id label hint="" fault="" autocomplete="current-password" focused=false>
<div class="ask">
  <label for="${id}">${label}</label>
  <#if hint?has_content><p class="hint" id="${id}-hint">${hint}</p></#if>
  <div class="secret">
    <input id="${id}" name="${id}" type="password" dir="ltr" required autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"
      <#if focused>autofocus</#if> <#if fault?has_content>aria-invalid="true"</#if>
      <#if fault?has_content || hint?has_content>aria-describedby="<#if fault?has_content>${id}-fault </#if><#if hint?has_content>${id}-hint</#if>"</#if>>
    <button class="eye" type="button" aria-controls="${id}" aria-pressed="false" aria-label="${msg("showPassword")}">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/><path class="lid" d="M4 20 20 4"/></svg>
    </button>
  </div>
  <#if fault?has_content><p class="fault" id="${id}-fault">${kcSanitize(fault)?no_esc}</p></#if>
</div>
</#macro>
