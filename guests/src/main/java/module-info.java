/// Small guests for tests; no part of the product.
module dev.jvirt.guests {
    requires static org.jspecify;

    exports dev.jvirt.guests;
}
