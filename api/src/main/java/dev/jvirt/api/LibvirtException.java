package dev.jvirt.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one exception of jvirt: what libvirt calls `virError`.
///
/// It is thrown where the error happens, so there is no last error to ask for, to save or to reset
/// (`virGetLastError`, `virGetLastErrorCode`, `virGetLastErrorDomain`, `virGetLastErrorMessage`,
/// `virConnGetLastError`, `virCopyLastError`, `virConnCopyLastError`, `virSaveLastError`,
/// `virResetLastError`, `virConnResetLastError`, `virSetError`, `virResetError`, `virFreeError`),
/// and no function that is called with it (`virSetErrorFunc`, `virConnSetErrorFunc`,
/// `virDefaultErrorFunc`).
///
/// [#getMessage()] is the complete text that libvirt's tools print after `error: `. It is made from
/// the template of the [ErrorCode] and a detail, so `new LibvirtException(NO_DOMAIN, "no domain
/// with matching name 'web'")` reads "Domain not found: no domain with matching name 'web'".
public final class LibvirtException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final ErrorDomain domain;
    private final ErrorLevel level;
    private final @Nullable String str1;
    private final @Nullable String str2;
    private final @Nullable String str3;
    private final int int1;
    private final int int2;

    /// An error of which no part of libvirt is named.
    public LibvirtException(ErrorCode code, String detail) {
        this(ErrorDomain.NONE, code, detail);
    }

    /// An error of one part of libvirt.
    public LibvirtException(ErrorDomain domain, ErrorCode code, String detail) {
        this(domain, code, detail, null);
    }

    /// An error and what caused it.
    public LibvirtException(ErrorCode code, String detail, @Nullable Throwable cause) {
        this(ErrorDomain.NONE, code, detail, cause);
    }

    /// An error of one part of libvirt and what caused it.
    public LibvirtException(
            ErrorDomain domain, ErrorCode code, String detail, @Nullable Throwable cause) {
        this(
                domain,
                code,
                ErrorLevel.ERROR,
                code.message(detail),
                code.template(),
                detail,
                null,
                -1,
                -1,
                cause);
    }

    /// An error with all its parts, as a peer reported it.
    ///
    /// @param message the complete text
    public LibvirtException(
            ErrorDomain domain,
            ErrorCode code,
            ErrorLevel level,
            String message,
            @Nullable String str1,
            @Nullable String str2,
            @Nullable String str3,
            int int1,
            int int2,
            @Nullable Throwable cause) {
        super(message, cause);
        this.domain = domain;
        this.code = code;
        this.level = level;
        this.str1 = str1;
        this.str2 = str2;
        this.str3 = str3;
        this.int1 = int1;
        this.int2 = int2;
    }

    /// An argument that makes no sense, as the checks of the public API report it: without the
    /// words that other errors with this number begin with.
    ///
    /// @param function the C function that refuses it
    /// @param argument the name of its argument
    /// @param message the complete text
    public static LibvirtException invalidArgument(
            ErrorDomain domain, String function, String argument, String message) {
        return new LibvirtException(
                domain,
                ErrorCode.INVALID_ARG,
                ErrorLevel.ERROR,
                message,
                function,
                argument,
                null,
                0,
                0,
                null);
    }

    /// An error with nothing more to tell than libvirt's words for it.
    ///
    /// @param message the complete text
    public static LibvirtException plain(ErrorDomain domain, ErrorCode code, String message) {
        return new LibvirtException(
                domain, code, ErrorLevel.ERROR, message, message, null, null, -1, -1, null);
    }

    /// The error of an operation that a driver does not have.
    ///
    /// @param function the C function of the public API
    public static LibvirtException unsupported(ErrorDomain domain, String function) {
        return new LibvirtException(domain, ErrorCode.NO_SUPPORT, function);
    }

    /// The same error, reported by a part of libvirt if it names none yet.
    public LibvirtException in(ErrorDomain part) {
        if (domain != ErrorDomain.NONE) {
            return this;
        }
        var error =
                new LibvirtException(
                        part,
                        code,
                        level,
                        String.valueOf(getMessage()),
                        str1,
                        str2,
                        str3,
                        int1,
                        int2,
                        getCause());
        error.setStackTrace(getStackTrace());
        return error;
    }

    /// What went wrong.
    public ErrorCode code() {
        return code;
    }

    /// Which part of libvirt reported it.
    public ErrorDomain domain() {
        return domain;
    }

    /// How bad it is.
    public ErrorLevel level() {
        return level;
    }

    /// The first extra text: the template of the message for most errors, the function for refused
    /// arguments.
    public Optional<String> str1() {
        return Optional.ofNullable(str1);
    }

    /// The second extra text: the detail of the message for most errors, the argument for refused
    /// arguments.
    public Optional<String> str2() {
        return Optional.ofNullable(str2);
    }

    /// The third extra text.
    public Optional<String> str3() {
        return Optional.ofNullable(str3);
    }

    /// The first extra number.
    public int int1() {
        return int1;
    }

    /// The second extra number.
    public int int2() {
        return int2;
    }
}
