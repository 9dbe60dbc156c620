package dev.parvis.functions.api.brands;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;

/** {@code …/brands/{brand}/sheet}: what whoever speaks for the brand has to know, read and replaced whole. */
public final class SheetRoutes {
    private static final String PATH = "/v1/workspaces/{workspace}/brands/{brand}/sheet";

    private final Brands brands;
    private final Channels channels;
    private final Sheets sheets;
    private final SheetInput input;
    private final Deeds deeds;

    /** What is read and written. */
    public record Stores(Brands brands, Channels channels, Sheets sheets) {}

    public SheetRoutes(Stores stores, Deeds deeds) {
        this.brands = stores.brands();
        this.channels = stores.channels();
        this.sheets = stores.sheets();
        this.input = new SheetInput(this::isItsChannel);
        this.deeds = deeds;
    }

    public void on(Router router, Members members) {
        router.get(PATH, members.reads(Place.BRAND, this::read)).put(PATH, members.manages(Place.BRAND, this::replace));
    }

    private Response read(Request request, Caller caller) {
        var brand = Ids.brand(brands, caller, request.param("brand"));
        var sheet = sheets.find(brand.workspace(), brand.id());
        return Versions.tagged(Response.json(200, SheetJson.of(sheet)), sheet.version());
    }

    private Response replace(Request request, Caller caller) {
        var version = Versions.expected(request);
        var brand = Ids.brand(brands, caller, request.param("brand"));
        var fields = Inputs.fields(request);
        var sheet = input.read(fields, brand, version);
        Inputs.check(fields);
        var change = sheets.replace(sheet);
        deeds.done(
                caller,
                "sheet.replaced",
                "sheet/" + brand.id(),
                Versions.done(change).version());
        return Versions.changed(change, Sheet::version, SheetJson::of);
    }

    private boolean isItsChannel(Brand brand, ChannelId id) {
        return channels.find(brand.workspace(), id)
                .filter(channel -> channel.brand().equals(brand.id()))
                .isPresent();
    }
}
