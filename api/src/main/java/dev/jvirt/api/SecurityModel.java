package dev.jvirt.api;

/// The security driver of a host (`virSecurityModel`).
///
/// @param model for example `apparmor`; empty if there is none
/// @param doi the domain of interpretation of its labels
public record SecurityModel(String model, String doi) {}
