/// The annotation processor of the wire definition; used by the build of `protocol` alone.
module dev.jvirt.protocol.codegen {
    requires java.compiler;
    requires static org.jspecify;

    provides javax.annotation.processing.Processor with
            dev.jvirt.protocol.codegen.WireProcessor;
}
